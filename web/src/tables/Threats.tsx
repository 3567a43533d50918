import { useFollowing } from "../parts/answers";
import { Letter } from "../parts/Maker";
import { useMakers } from "../parts/makers";
import { Sentence } from "../parts/Sentence";
import type { ThreatsShown } from "../shapes";
import { useStore } from "../store";
import { t } from "../words";

/** Threats and promises: whether they would be carried out, what they do, and what would mend them. */
export function Threats({ start }: { start: string }) {
  const { answer, fault } = useFollowing<ThreatsShown>("threats", start ? { start } : {});
  const maker = useMakers();
  const technical = useStore((state) => state.technical);
  const quotes = useStore((state) => state.document?.quotes);
  return (
    <section class="pane threats" aria-labelledby="threats-head">
      <h2 id="threats-head">{t("tables.threats")}</h2>
      {fault && <p class="formfault" role="alert">{fault}</p>}
      {answer?.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {answer && answer.threats.length > 0 && (
        <div class="widebox" tabIndex={0} role="group" aria-labelledby="threats-head">
          <table data-testid="threats">
            <thead>
              <tr>
                <th scope="col">{t("tables.announced")}</th>
                <th scope="col">{t("tables.carried")}</th>
                <th scope="col">{t("tables.effect")}</th>
                <th scope="col">{technical ? t("tables.why") : t("tables.mend")}</th>
              </tr>
            </thead>
            <tbody>
              {answer.threats.map((threat, place) => {
                const found = maker(threat.maker);
                return (
                  <tr key={place}>
                    <th scope="row">
                      {found && <Letter letter={found.letter} colour={found.colour} />} {found?.name ?? threat.maker}: {threat.words}
                      <span class="quiet"> · {threat.kind_words}</span>
                      {threat.evidence.map((name) => {
                        const quote = quotes?.[name];
                        return quote && <Sentence key={name} quote={quote} />;
                      })}
                    </th>
                    <td><span class="yesno" data-ok={threat.credible}>{threat.credible ? "✓" : "✗"}</span> {threat.carried}</td>
                    <td><span class="yesno" data-ok={threat.works}>{threat.works ? "✓" : "✗"}</span> {threat.effect}</td>
                    <td>
                      {technical
                        ? <details><summary>{t("tables.why_mend")}</summary>{threat.sentences.map((one) => <p key={one}>{one}</p>)}</details>
                        : threat.mends.map((one) => <p key={one}>{one}</p>)}
                      {!technical && !threat.mends.length && "–"}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
