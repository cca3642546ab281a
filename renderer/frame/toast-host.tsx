// Where toasts appear; what shows them is loaded with the first one.
import { lazy, Suspense, useEffect, useState } from 'react';
import { whenToastsWait } from '../core/toasts.ts';

const Toasts = lazy(() => import('./toasts.tsx'));

export function ToastHost() {
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => whenToastsWait(() => setIsWanted(true)), []);
  return <Suspense>{isWanted && <Toasts />}</Suspense>;
}
