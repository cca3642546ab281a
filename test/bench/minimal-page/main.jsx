// The smallest page that draws the two charts of the Overview with the libraries of the screens.
import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { Bar, BarChart, CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';

const BARS = ['new', 'reactivation', 'expansion', 'contraction', 'churn'];
const MONTHS = 24;

function months() {
  return Array.from({ length: MONTHS }, (_none, index) => ({
    month: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    closing: 100_000 + index * 4_000,
    ...Object.fromEntries(
      BARS.map((kind, place) => [kind, (place < 3 ? 1 : -1) * (1_000 + ((index * 37 + place * 91) % 900))]),
    ),
  }));
}

function Charts() {
  const { data = [] } = useQuery({ queryKey: ['months'], queryFn: () => Promise.resolve(months()) });
  return (
    <>
      <LineChart width={1100} height={116} data={data}>
        <CartesianGrid vertical={false} />
        <XAxis dataKey="month" hide />
        <YAxis width={58} />
        <Line dataKey="closing" dot={false} isAnimationActive={false} />
      </LineChart>
      <BarChart width={1100} height={224} data={data} stackOffset="sign">
        <CartesianGrid vertical={false} />
        <XAxis dataKey="month" />
        <YAxis width={58} />
        {BARS.map((kind) => (
          <Bar key={kind} dataKey={kind} stackId="movements" fill="#0b6159" isAnimationActive={false} />
        ))}
      </BarChart>
    </>
  );
}

const router = createRouter({ routeTree: createRootRoute({ component: Charts }) });
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
createRoot(root).render(
  <MantineProvider>
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
);
