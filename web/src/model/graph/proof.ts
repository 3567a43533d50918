// The moves that prove what is asked about.
import { useMemo } from "preact/hooks";
import { useStore } from "../../store";

export interface Proof { state: number; moves: Map<string, "leaves" | "answers">; states: Set<number> }

export const moveKey = (maker: number, start: number, end: number): string => `${maker}-${start}-${end}`;

/** The moves by maker, start and end, and the states they touch; null where nothing is asked. */
export function useProof(): Proof | null {
  const why = useStore((state) => state.why);
  const document = useStore((state) => state.document);
  return useMemo(() => {
    if (!why || !document) return null;
    const places = new Map(document.makers.map((maker, index) => [maker.id, index]));
    const moves: Proof["moves"] = new Map();
    const states = new Set([why.state]);
    for (const move of why.makers.flatMap((side) => side.moves)) {
      const key = moveKey(places.get(move.maker) ?? 0, move.start, move.end);
      if (moves.get(key) !== "leaves") moves.set(key, move.kind);
      states.add(move.start).add(move.end);
    }
    return { state: why.state, moves, states };
  }, [why, document]);
}
