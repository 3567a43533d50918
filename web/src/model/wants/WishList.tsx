import { useMemo } from "preact/hooks";
import { dry, edit, putBack, say } from "../../actions";
import type { Clause, Maker, Operation } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { latest } from "../latest";
import { samePath } from "../reading";
import { moved } from "./sorting";
import { useSorting } from "./useSorting";
import { WishRow } from "./WishRow";

/** The operation that brings a wish to where another stands; none where nothing changes. */
export function moveOf(wishes: readonly Clause[], from: number, to: number): Operation | null {
  const order = moved(wishes, from, to);
  const wish = wishes[from];
  if (!wish) return null;
  // What is off has no place in the file's list: only those that are on are counted.
  const place = order.slice(0, to).filter((each) => !each.off).length;
  const target = wishes.filter((each) => !each.off)[place];
  if (!target || target === wish) return null;
  return { op: "move", from: wish.path, to: target.path };
}

/** The wishes of one who has them in an order of importance. */
export function WishList({ maker, isEditable }: { maker: Maker; isEditable: boolean }) {
  const deciding = useStore((state) => state.why?.makers.flatMap((side) => side.decides) ?? NONE);
  const cited = useStore((state) => state.cited);
  const { wishes } = maker;
  const preview = useMemo(() => latest((op: Operation) => dry([op])), []);
  const count = wishes.length;
  const sorting = useSorting({
    count,
    over: (from, to) => {
      const op = moveOf(wishes, from, to);
      if (op) preview.ask(op);
      else { preview.forget(); putBack(); }
    },
    drop: async (from, to) => {
      preview.forget();
      const op = moveOf(wishes, from, to);
      if (op) await edit([op]);
      else putBack();
    },
    back: () => { preview.forget(); putBack(); },
    said: (what, from, to) => {
      const words = wishes[from]?.words ?? "";
      if (what === "lifted") say(t("model.lifted", { words, place: from + 1, count }));
      if (what === "over") say(t("model.over", { place: to + 1, count }));
      if (what === "back") say(t("model.put_back", { words, place: from + 1 }));
    },
  });
  if (!count) return <p class="quiet">{t("model.no_wishes", { name: maker.name })}</p>;
  return (
    <>
      <p class="unseen" id="sorting-keys">{t("model.sorting_keys")}</p>
      <ol class="wishes" ref={sorting.list} data-testid={`wants-${maker.id}`} data-held={sorting.hand !== null}>
        {wishes.map((wish, index) => (
          <WishRow key={keyOf(wishes, index)} wish={wish} maker={maker} isEditable={isEditable}
            number={sorting.hand ? moved(wishes, sorting.hand.from, sorting.hand.to).indexOf(wish) + 1 : index + 1}
            isHeld={sorting.hand?.from === index && !sorting.hand.dropped} shown={sorting.shown(index)}
            grip={sorting.grip(index)} index={index} isCited={samePath(cited, wish.path)}
            decides={deciding.some((each) => samePath(each.path, wish.path))} />
        ))}
      </ol>
    </>
  );
}

const NONE: never[] = [];

/** A key that stays with a wish when it moves: its text, and which it is of those that read alike. */
function keyOf(wishes: readonly Clause[], index: number): string {
  const text = wishes[index]?.text ?? "";
  const nth = wishes.slice(0, index).filter((wish) => wish.text === text).length;
  return `${text}\n${nth}`;
}
