// A look at the head and foot of a document with the branding as it stands in the form.
import type { BrandingValues } from './branding-values.ts';
import styles from './document-head.module.css';

export function DocumentHead({ values }: { readonly values: BrandingValues }) {
  const { companyName, addressLines, email, taxId, accentColor, footer, logo } = values;
  const isColor = /^#[0-9a-f]{6}$/i.test(accentColor);
  const lines = [...addressLines.split('\n'), email, taxId]
    .filter((line) => line.trim() !== '')
    .map((line, place) => ({ line, place: `${place} ${line}` }));
  return (
    <figure className={styles.figure}>
      <figcaption>As documents carry it</figcaption>
      <div className={styles.page} style={isColor ? { borderTopColor: accentColor } : undefined}>
        <div className={styles.head}>
          {logo !== '' && <img src={logo} alt="" />}
          <address>
            <strong>{companyName === '' ? 'Your company' : companyName}</strong>
            {lines.map(({ line, place }) => (
              <span key={place}>{line}</span>
            ))}
          </address>
        </div>
        <p className={styles.heading} style={isColor ? { color: accentColor } : undefined}>
          Invoice
        </p>
        <div className={styles.body} aria-hidden="true" />
        <p className={styles.foot}>{footer}</p>
      </div>
    </figure>
  );
}
