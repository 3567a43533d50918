// What a part of the app knows, in one place: read, changed and followed in one way.
import { useEffect, useState } from "preact/hooks";

export interface Holder<State extends object> {
  current: () => State;
  update: (change: Partial<State>) => void;
  /** Calls a function after every change; gives what ends that. */
  watch: (listener: () => void) => () => void;
  /** Reads a part; the component is drawn anew when that part is another. */
  use: <Part>(select: (state: State) => Part) => Part;
}

export function holding<State extends object>(first: State): Holder<State> {
  let state = first;
  const listeners = new Set<() => void>();
  const watch = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    current: () => state,
    update(change) {
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
    watch,
    use<Part>(select: (state: State) => Part): Part {
      const [value, set] = useState(() => select(state));
      useEffect(() => {
        const follow = () => set(() => select(state));
        follow();
        return watch(follow);
      }, []);
      return value;
    },
  };
}
