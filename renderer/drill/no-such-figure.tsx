// What the panel shows for an address that names no figure.

export function NoSuchFigure() {
  return (
    <>
      <h2>There is no such figure</h2>
      <p>
        The address asks for a figure or a month that this ledger does not have. Close this panel and open a figure from
        the overview.
      </p>
    </>
  );
}
