import { Letter } from "../../parts/Maker";
import type { Answers, ModelDocument } from "../../shapes";
import { t } from "../../words";

const RUNGS = ["3", "2", "1", "0"];

/** What the signs of the table stand for. */
export function Legend({ document, answers, technical }: { document: ModelDocument; answers: Answers; technical: boolean }) {
  return (
    <ul class="legend">
      {technical
        ? <>
          <li><i class="ring" /> {t("model.holds_for_everyone")}</li>
          <li>
            {document.makers.map((maker) => <Letter key={maker.id} letter={maker.letter} colour={maker.colour} />)}
            {" "}{t("model.a_dot_each")}
          </li>
        </>
        : RUNGS.filter((rung) => answers.rung_words[rung]).map((rung) => (
          <li key={rung}><i class="rung" data-rung={rung} /> {answers.rung_words[rung]}</li>
        ))}
      <li class="quiet">{t("model.dark_is_preferred")}</li>
    </ul>
  );
}
