// What is near the part of the page that is seen: only that is drawn with all it has.
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Whether an element is seen, or nearly; all are where there are not many. */
export function useNear(element: RefObject<HTMLElement | null>, areMany: boolean): boolean {
  const [isNear, set] = useState(!areMany);
  useEffect(() => {
    const node = element.current;
    if (!areMany || !node) return set(true);
    const watch = new IntersectionObserver(([entry]) => set(entry?.isIntersecting ?? false), { rootMargin: "600px" });
    watch.observe(node);
    return () => watch.disconnect();
  }, [areMany]);
  return isNear || !areMany;
}
