// The way to a wish on the screen of the model.
import { go } from "../actions";

/** Goes to a wish of the model in view, and leaves the focus on it. */
export function toWish(maker: string, place: number): void {
  go("model");
  requestAnimationFrame(() => {
    find(`tab-${maker}`)?.click();
    requestAnimationFrame(() => {
      const wish = find(`grip-${maker}-${place}`) ?? find(`want-${maker}-${place}`);
      wish?.scrollIntoView({ block: "center" });
      wish?.focus();
    });
  });
}

const find = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-testid="${CSS.escape(id)}"]`);
