// What a link to a screen that does not exist leads to.
import { Link } from '@tanstack/react-router';

export function NoSuchScreen() {
  return (
    <>
      <h1>There is no such screen</h1>
      <p>
        The link may be of another version of Countinghouse. <Link to="/">Go to the overview</Link>
      </p>
    </>
  );
}
