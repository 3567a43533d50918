/** Runs one at a time; of those asked for meanwhile only the last is run after it. */
export function latest<T>(run: (value: T) => Promise<unknown>): { ask: (value: T) => void; forget: () => void } {
  let running = false;
  let next: { value: T } | null = null;
  const work = async (value: T): Promise<void> => {
    running = true;
    try {
      await run(value);
    } finally {
      running = false;
      const following = next;
      next = null;
      if (following) void work(following.value);
    }
  };
  return {
    ask: (value) => { if (running) next = { value }; else void work(value); },
    forget: () => { next = null; },
  };
}
