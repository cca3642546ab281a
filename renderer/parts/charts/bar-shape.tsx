// One segment of a stacked bar, drawn as a plain rectangle.

interface BarShapeProps {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly fill?: string | undefined;
  readonly stroke?: string | undefined;
  readonly strokeWidth?: string | number | undefined;
}

/** For `shape` of a bar; segments below the axis come with a height below zero. */
export function barShape({ x = 0, y = 0, width = 0, height = 0, fill, stroke, strokeWidth }: BarShapeProps) {
  if (height === 0) return <g />;
  return (
    <rect
      x={x}
      y={Math.min(y, y + height)}
      width={width}
      height={Math.abs(height)}
      fill={fill}
      stroke={stroke}
      strokeWidth={strokeWidth}
    />
  );
}
