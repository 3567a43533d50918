import { useState } from "preact/hooks";
import type { Clause, Maker } from "../../shapes";
import { update, useStore } from "../../store";
import { t } from "../../words";
import { lazily } from "../../parts/lazily";

const ClauseEditor = lazily(async () => (await import("./ClauseEditor")).ClauseEditor);

/** The wish in hand, to be changed; or a new one. */
export function WishEditing({ maker }: { maker: Maker }) {
  const part = useStore((state) => state.part);
  const [isAdding, add] = useState(false);
  const meant = (clause: Clause): boolean => !clause.off && clause.path.join() === part?.slice(0, clause.path.length).join();
  const each = maker.wishes.flatMap((wish) => wish.equal).find(meant);
  const whole = maker.wishes.find(meant);
  const leave = () => { update({ part: null }); add(false); };
  if (each) return <ClauseEditor key={each.path.join()} kind="wish" path={each.path} onClose={leave} />;
  if (whole?.equal.length) return <Choosing wishes={whole.equal} />;
  if (whole) return <ClauseEditor key={whole.path.join()} kind="wish" path={whole.path} onClose={leave} />;
  if (isAdding) return <ClauseEditor key="new" kind="wish" path={[...maker.path, "preferences"]} isNew onClose={leave} />;
  return <button type="button" class="add" data-testid="add-wish" onClick={() => add(true)}>+ {t("editing.add_wish")}</button>;
}

/** Of wishes of equal importance, which is meant. */
function Choosing({ wishes }: { wishes: Clause[] }) {
  return (
    <ul class="clauses">
      {wishes.map((wish) => (
        <li key={wish.text}><button type="button" onClick={() => update({ part: wish.path })}>{t("editing.edit_what", { what: wish.words })}</button></li>
      ))}
    </ul>
  );
}
