// How long it took from what a person did until it stood on the screen.

/** Measures under a name, from `start` until the next frame has been painted. */
export function painted(name: string, start: number): void {
  requestAnimationFrame(() => {
    // A message comes after the paint of the frame it was sent in.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      performance.measure(name, { start, end: performance.now() });
      port1.close();
    };
    port2.postMessage(null);
  });
}
