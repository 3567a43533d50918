import { setTechnical } from "../../actions";
import { useStore } from "../../store";
import { t } from "../../words";
import { ChangeLine } from "./ChangeLine";
import { Standing } from "./Standing";

/** What follows from the model, in sentences, and what the last change did to it. Its height is
 * fixed, so that nothing below it moves while a wish is in the hand. */
export function AnswerBar() {
  const document = useStore((state) => state.document);
  const answers = useStore((state) => state.preview?.answers ?? state.answers);
  const isPreview = useStore((state) => state.preview !== null);
  const technical = useStore((state) => state.technical);
  if (!document || !answers) return null;
  const sentences = technical ? answers.technical : answers.answer;
  return (
    <section class="answer pane" data-testid="answer" data-preview={isPreview} aria-label={t("model.answer")}>
      <div class="told" tabIndex={0} role="group" aria-label={t("model.answer")}>
        <p class="title">{document.title}</p>
        <p class="text">{sentences.join(" ")}</p>
        <Standing document={document} answers={answers} technical={technical} />
      </div>
      <ChangeLine />
      <label class="switch">
        <input type="checkbox" data-testid="technical" checked={technical}
          onChange={(event) => setTechnical(event.currentTarget.checked)} />
        {t("model.technical")}
      </label>
    </section>
  );
}
