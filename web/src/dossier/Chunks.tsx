// Long lists: only what is near the part in view is drawn; the rest keeps its room.
import { useRef } from "preact/hooks";
import { useNear } from "../reports/near";

/** Keeps the room of rows that are still asked for: without it all that follow would come into view. */
export const Room = ({ rows, height }: { rows: number; height: number }) => <div style={{ height: `${rows * height}px` }} aria-busy="true" />;

interface ChunksProps {
  /** How many rows there are, how many go together, and how high one is, about. */
  total: number;
  size: number;
  height: number;
  draw: (start: number) => preact.ComponentChild;
}

export function Chunks({ total, size, height, draw }: ChunksProps) {
  const starts = Array.from({ length: Math.ceil(total / size) }, (_, place) => place * size);
  return (
    <>
      {starts.map((start) => (
        <Chunk key={start} room={Math.min(size, total - start) * height} isOnly={total <= size} draw={() => draw(start)} />
      ))}
    </>
  );
}

function Chunk({ room, isOnly, draw }: { room: number; isOnly: boolean; draw: () => preact.ComponentChild }) {
  const element = useRef<HTMLDivElement>(null);
  const seen = useRef(room);
  const isNear = useNear(element, !isOnly);
  if (!isNear && element.current && element.current.childElementCount) seen.current = element.current.offsetHeight;
  return <div ref={element} style={isNear ? { minHeight: "1px" } : { height: `${seen.current}px` }}>{isNear && draw()}</div>;
}
