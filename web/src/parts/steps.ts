// The history of the model in view: its steps, looking back, and going back.
import { modelWay, openModel, refused, show, trying } from "../actions";
import { ask } from "../session";
import type { AsItWas, Edited, Step, Steps } from "../shapes";
import { current, update } from "../store";
import { t } from "../words";

const lang = (): string => `lang=${current().language}`;

/** Asks for the newest steps, or for those before one. */
export async function stepsOf(file: string, before?: number): Promise<Steps | undefined> {
  const older = before === undefined ? "" : `&before=${before}`;
  return trying(() => ask<Steps>("GET", `${modelWay(file)}/history?${lang()}${older}`));
}

/** Shows the model as it was after a step, in place of the one of now; nothing is changed. */
export async function lookBack(step: Step): Promise<AsItWas | undefined> {
  const was = await trying(() => ask<AsItWas>("GET", `${modelWay()}/history/${step.id}?${lang()}`));
  if (!was) return undefined;
  const now = current().past?.now ?? current().document?.version ?? "";
  if (was.document && was.answers) {
    update({
      // Where the drawer takes the whole width, it makes room for what is to be seen.
      drawer: matchMedia("(min-width: 62.5rem)").matches ? current().drawer : null,
      past: { step: was.step, now }, document: was.document, answers: was.answers,
      preview: null, change: null, before: null, asked: null, why: null,
      spoken: `${t("history.looking")} ${was.step.words}`,
    });
  }
  return was;
}

/** Shows the model of now again. */
export async function toNow(): Promise<void> {
  await openModel(current().file ?? "");
  keepFocus();
}

/** Gives the focus to the screen where what had it is gone. */
function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById("main")?.focus();
  });
}

/** Makes the model what it was after a step; that is a step, and can be undone. */
export async function goBackTo(id: number): Promise<void> {
  const base = current().past?.now ?? current().document?.version ?? "";
  try {
    show(await ask<Edited>("POST", `${modelWay()}/history/${id}/back?${lang()}`, { base }));
    keepFocus();
  } catch (error) {
    refused(error);
  }
}
