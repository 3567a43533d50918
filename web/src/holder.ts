// What a part of the app knows, in one place: read, changed and followed in one way.
import { useEffect, useState } from "preact/hooks";

export interface Holder<State extends object> {
  current: () => State;
  update: (change: Partial<State>) => void;
  /** Calls a function after every change; gives what ends that. */
  watch: (listener: () => void) => () => void;
  /** Reads a part; the component is drawn anew when that part is another. */
  use: <Part>(select: (state: State) => Part) => Part;
  /** Reads several parts by name; the component is drawn anew when one of them is another. */
  pick: <Name extends keyof State>(...names: Name[]) => Pick<State, Name>;
}

/** Selects parts by name, as one thing that is the same while all of them are. */
function picking<State extends object, Name extends keyof State>(names: Name[]): (state: State) => Pick<State, Name> {
  let last: Pick<State, Name> | null = null;
  return (state) => {
    const kept = last;
    if (kept && names.every((name) => kept[name] === state[name])) return kept;
    return (last = Object.fromEntries(names.map((name) => [name, state[name]])) as Pick<State, Name>);
  };
}

export function holding<State extends object>(first: State): Holder<State> {
  let state = first;
  const listeners = new Set<() => void>();
  const watch = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  function use<Part>(select: (state: State) => Part): Part {
    const [value, set] = useState(() => select(state));
    useEffect(() => {
      const follow = () => set(() => select(state));
      follow();
      return watch(follow);
    }, []);
    return value;
  }
  return {
    current: () => state,
    update(change) {
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
    watch,
    use,
    pick<Name extends keyof State>(...names: Name[]): Pick<State, Name> {
      const [select] = useState(() => picking<State, Name>(names));
      return use(select);
    },
  };
}
