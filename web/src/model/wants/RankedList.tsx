import { useMemo } from "preact/hooks";
import { dry, edit, light, putBack, say } from "../../actions";
import type { Maker, ModelDocument, Operation } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { latest } from "../latest";
import { classesOf, isRankable, rankingOf } from "../rankings";
import { moved } from "./sorting";
import { useSorting } from "./useSorting";

const MOST = 100;

/** Who ranks the states themselves, or weighs options: the states in that order. */
export function RankedList({ maker, isEditable }: { maker: Maker; isEditable: boolean }) {
  const document = useStore((state) => state.document);
  const places = useStore((state) => state.answers?.ranks[maker.id]);
  const lit = useStore((state) => state.lit);
  const classes = useMemo(() => classesOf(places ?? []), [places]);
  const preview = useMemo(() => latest((op: Operation) => dry([op])), []);
  const isSortable = isEditable && document !== null && isRankable(document, maker);
  const op = (from: number, to: number): Operation =>
    rankingOf(document as ModelDocument, maker, moved(classes, from, to));
  const count = classes.length;
  const named = (index: number) => (classes[index] ?? []).map((state) => document?.states[state - 1]?.words || state).join(", ");
  const sorting = useSorting({
    count,
    over: (from, to) => {
      if (from !== to) return preview.ask(op(from, to));
      preview.forget();
      putBack();
    },
    drop: async (from, to) => { preview.forget(); await edit([op(from, to)]); },
    back: () => { preview.forget(); putBack(); },
    said: (what, from, to) => {
      if (what === "lifted") say(t("model.lifted", { words: named(from), place: from + 1, count }));
      if (what === "over") say(t("model.over", { place: to + 1, count }));
      if (what === "back") say(t("model.put_back", { words: named(from), place: from + 1 }));
    },
  });
  if (count > MOST) return <p class="quiet">{t("model.too_many_ranked", { name: maker.name, count })}</p>;
  return (
    <>
      <p class="quiet">{t(maker.preference === "weighted" ? "model.weighs" : "model.ranks_states", { name: maker.name })}</p>
      <p class="unseen" id="sorting-keys">{t("model.sorting_keys")}</p>
      <ol class="wishes" ref={sorting.list} data-testid={`wants-${maker.id}`} data-held={sorting.hand !== null}>
        {classes.map((states, index) => (
          <li key={states.join("-")} class="wish" data-testid={`want-${maker.id}-${index + 1}`} style={sorting.shown(index)}
            data-held={sorting.hand?.from === index && !sorting.hand.dropped}
            data-lit={lit !== null && states.includes(lit)}
            onPointerEnter={() => light(states[0] ?? null)} onPointerLeave={() => light(null)}>
            <span class="place" aria-hidden="true">{index + 1}</span>
            {isSortable && (
              <button class="grip" data-testid={`grip-${maker.id}-${index + 1}`} aria-describedby="sorting-keys"
                aria-label={t("model.grip", { place: index + 1, words: named(index) })} {...sorting.grip(index)}>⠿</button>
            )}
            <ul class="equal">
              {states.map((state) => (
                <li key={state} class="text"><span class="number">{state}</span> {document?.states[state - 1]?.words}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
