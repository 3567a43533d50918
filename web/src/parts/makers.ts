// Decision makers of the model in view, by their ids.
import type { Maker } from "../shapes";
import { useStore } from "../store";

/** Finds a decision maker of the model in view. */
export function useMakers(): (id: string) => Maker | undefined {
  const makers = useStore((state) => state.document?.makers);
  return (id) => makers?.find((maker) => maker.id === id);
}

/** What a state is called: by the model's own screen, or by its number where it is not listed. */
export function useNames(): (state: number) => string {
  const states = useStore((state) => state.document?.states);
  return (state) => states?.find((row) => row.number === state)?.words ?? String(state);
}
