import { useEffect } from "preact/hooks";
import { Dash, classOf } from "../../parts/Maker";
import type { Maker } from "../../shapes";
import { update, useStore } from "../../store";
import { lazily } from "../../parts/lazily";
import { t } from "../../words";
import { byKeys } from "../roving";
import { WishEditing } from "../panes/WishEditing";
import { RankedList } from "./RankedList";
import { WishList } from "./WishList";

const Stated = lazily(async () => (await import("../panes/Stated")).Stated, { isFirst: true });

/** What each decision maker wants, the most important first. */
export function WantsPane() {
  const document = useStore((state) => state.document);
  const chosen = useStore((state) => state.maker);
  const makers = document?.makers ?? [];
  const maker = makers.find((each) => each.id === chosen) ?? makers[0];
  useEffect(() => { if (maker && maker.id !== chosen) update({ maker: maker.id }); }, [maker?.id, chosen]);
  if (!document || !maker) return null;
  return (
    <>
      <div class="makers" role="tablist" aria-label={t("model.whose_wishes")} onKeyDown={byKeys}>
        {makers.map((each) => (
          <button key={each.id} role="tab" id={`maker-${each.id}`} class={classOf(each.colour)} data-testid={`tab-${each.id}`}
            aria-selected={each === maker} aria-controls="wants" tabIndex={each === maker ? 0 : -1}
            onClick={() => update({ maker: each.id })}>
            <b>{each.letter}</b> {each.name} <Dash colour={each.colour} />
          </button>
        ))}
      </div>
      <div id="wants" role="tabpanel" aria-labelledby={`maker-${maker.id}`} class={classOf(maker.colour)}>
        <Wants key={maker.id} maker={maker} isEditable={document.editable} />
      </div>
    </>
  );
}

function Wants({ maker, isEditable }: { maker: Maker; isEditable: boolean }) {
  return (
    <>
      {maker.preference === "prioritised"
        ? <><WishList maker={maker} isEditable={isEditable} />{isEditable && <WishEditing maker={maker} />}</>
        : <RankedList maker={maker} isEditable={isEditable} />}
      <Stated maker={maker} />
    </>
  );
}
