import { t } from "../../words";
import { canGroup, canUngroup, chipAt, grouped, isGroup, JOINERS, negated, removed, shifted, ungrouped } from "./tree";
import type { Chip, Joiner, Place } from "./tree";

const KEYS: Record<Joiner, string> = { and: "&", or: "|", if: "I", iff: "F" };

/** What can be done with the chip that is chosen, or with the whole where none is. */
export function Tools({ tree, selected, onShow, onPick }: {
  tree: Chip;
  selected: Place | null;
  onShow: (tree: Chip | null, place: Place | null) => void;
  onPick: (joiner: Joiner | null) => void;
}) {
  const place = selected ?? [];
  const isOne = selected !== null;
  const chip = selected && chipAt(tree, selected);
  const isOption = !!chip && !isGroup(chip.kind === "not" ? (chip.parts[0] ?? chip) : chip);
  return (
    <div class="tools" role="toolbar" aria-label={t("editing.tools")}>
      {JOINERS.map((joiner) => (
        <button key={joiner} type="button" data-testid={`join-${joiner}`} title={t(`editing.join_${joiner}`)} onClick={() => onPick(joiner)}>
          + {t(`editing.${joiner}`)} <kbd>{KEYS[joiner]}</kbd>
        </button>
      ))}
      <button type="button" data-testid="negate" onClick={() => onShow(negated(tree, place), place)}>{t("editing.not")} <kbd>N</kbd></button>
      {isOption && <button type="button" data-testid="another" onClick={() => onPick(null)}>{t("editing.another")}</button>}
      {canGroup(tree, place) && <button type="button" data-testid="group" onClick={() => onShow(...grouped(tree, place))}>( … )</button>}
      {canUngroup(tree, place) && <button type="button" data-testid="ungroup" onClick={() => onShow(ungrouped(tree, place), null)}>{t("editing.ungroup")}</button>}
      {place.length > 0 && (
        <>
          <button type="button" aria-label={t("editing.left")} onClick={() => onShow(...shifted(tree, place, -1))}>←</button>
          <button type="button" aria-label={t("editing.right")} onClick={() => onShow(...shifted(tree, place, 1))}>→</button>
        </>
      )}
      {isOne && <button type="button" data-testid="remove-chip" onClick={() => onShow(removed(tree, place), null)}>{t("editing.remove")} <kbd>Del</kbd></button>}
    </div>
  );
}
