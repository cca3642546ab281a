// Runs in the page's own world before its scripts: lays open what the preload script exposes, and sends what the page
// asks the browser's permission for through the session's handlers.

/** `crossing` is the function of crossing.js; `hasNode` is set where Electron would give the page itself Node. */
export function mainWorld({ hear, tell, crossing, hasNode }) {
  const frozen = (value, seen = new Set()) => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) return value;
    seen.add(value);
    if (ArrayBuffer.isView(value)) return value;
    for (const key of Object.getOwnPropertyNames(value)) frozen(value[key], seen);
    return Object.freeze(value);
  };

  const other = crossing({
    hear,
    tell,
    performers: {
      expose({ key, api }) {
        if (Object.hasOwn(window, key)) {
          throw new Error('Cannot bind an API on top of an existing property on the window object');
        }
        Object.defineProperty(window, key, { value: frozen(api), enumerable: true });
      },
    },
  });

  if (hasNode) {
    const node = (name) => other.ask('node', { name });
    const buffers = () => node('buffer');
    const process = { type: 'renderer', versions: { node: '24', electron: 'double' }, platform: 'linux', env: {} };
    Object.assign(window, { require: node, module: {}, process, global: window, Buffer: buffers });
  }

  const denied = (message) => new DOMException(message, 'NotAllowedError');
  /** Whether the session's handler grants it; `isCheck` asks the handler that never shows a prompt. */
  const asked = (permission, details = {}) => other.ask('permission', { permission, details, isCheck: false });
  const checkedNow = (permission) => other.ask('checkNow', { permission });

  /** Replaces a method of the platform by one that asks first. */
  const guard = (prototype, name, permission, granted, refusal) => {
    if (prototype === undefined || !(name in prototype)) return;
    const original = prototype[name];
    prototype[name] = async function guarded(...given) {
      if (!(await asked(permission(given), { given: given.length }))) throw denied(refusal);
      return granted === undefined ? original.apply(this, given) : granted.apply(this, given);
    };
  };

  const NAMES = {
    'clipboard-write': 'clipboard-sanitized-write',
    camera: 'media',
    microphone: 'media',
    'persistent-storage': 'persistent-storage',
  };
  guard(
    window.MediaDevices?.prototype,
    'getUserMedia',
    () => 'media',
    () => new MediaStream(),
    'Permission denied',
  );
  guard(
    window.MediaDevices?.prototype,
    'getDisplayMedia',
    () => 'display-capture',
    () => new MediaStream(),
    'Permission denied',
  );
  guard(
    window.Clipboard?.prototype,
    'readText',
    () => 'clipboard-read',
    () => other.ask('readClipboard'),
    'Read permission denied.',
  );
  guard(
    window.Clipboard?.prototype,
    'writeText',
    () => 'clipboard-sanitized-write',
    (text) => other.ask('writeClipboard', String(text)),
    'Write permission denied.',
  );
  guard(window.Clipboard?.prototype, 'read', () => 'clipboard-read', undefined, 'Read permission denied.');
  guard(window.Clipboard?.prototype, 'write', () => 'clipboard-sanitized-write', undefined, 'Write permission denied.');
  guard(window.Element.prototype, 'requestFullscreen', () => 'fullscreen', undefined, 'Permissions check failed');
  guard(window.Element.prototype, 'requestPointerLock', () => 'pointerLock', undefined, 'Permissions check failed');
  guard(window.Navigator.prototype, 'requestMIDIAccess', () => 'midi', undefined, 'Permission denied');
  guard(window.IdleDetector, 'requestPermission', () => 'idle-detection', undefined, 'Permission denied');

  const permissions = window.Permissions?.prototype;
  if (permissions !== undefined) {
    const query = permissions.query;
    permissions.query = async function guarded(descriptor) {
      const status = await query.call(this, { name: 'geolocation' });
      const name = String(descriptor?.name);
      const state = (await other.ask('permission', { permission: NAMES[name] ?? name, details: {}, isCheck: true }))
        ? 'granted'
        : 'denied';
      Object.defineProperty(status, 'state', { value: state });
      Object.defineProperty(status, 'name', { value: name });
      return status;
    };
  }

  const geolocation = window.Geolocation?.prototype;
  if (geolocation !== undefined) {
    const locate = (found, failed) => {
      void asked('geolocation').then((isGranted) => {
        if (isGranted) found({ coords: { latitude: 0, longitude: 0, accuracy: 1 }, timestamp: Date.now() });
        else failed?.({ code: 1, message: 'User denied Geolocation', PERMISSION_DENIED: 1 });
      });
    };
    geolocation.getCurrentPosition = locate;
    geolocation.watchPosition = (found, failed) => {
      locate(found, failed);
      return 1;
    };
  }

  if (window.Notification !== undefined) {
    const RealNotification = window.Notification;
    Object.defineProperty(RealNotification, 'permission', {
      get: () => (checkedNow('notifications') ? 'granted' : 'denied'),
    });
    RealNotification.requestPermission = async () => ((await asked('notifications')) ? 'granted' : 'denied');
  }
}
