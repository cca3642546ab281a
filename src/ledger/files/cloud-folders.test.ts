// Which folders are known to be copied by a cloud service.
import { expect, it } from 'vitest';
import { cloudServiceOf } from './cloud-folders.ts';

it('knows the folders of cloud services, and leaves others alone', () => {
  expect(cloudServiceOf('/home/ada/Dropbox/books/main.ledger', '/home/ada')).toBe('Dropbox');
  expect(cloudServiceOf('/home/ada/OneDrive - ListBackup/main.ledger', '/home/ada')).toBe('OneDrive');
  expect(cloudServiceOf('/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/main.ledger', '/Users/ada')).toBe(
    'iCloud Drive',
  );
  expect(
    cloudServiceOf('/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.com/My Drive/main.ledger', '/Users/ada'),
  ).toBe('Google Drive');
  expect(cloudServiceOf('/home/ada/books/Dropbox.ledger', '/home/ada')).toBeNull();
  expect(cloudServiceOf('/home/ada/Inbox/main.ledger', '/home/ada')).toBeNull();
});
