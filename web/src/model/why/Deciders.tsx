import { cite } from "../../actions";
import { Sentence } from "../../parts/Sentence";
import type { Quote, Why } from "../../shapes";
import { update } from "../../store";
import { t } from "../../words";

export type Deciding = Why["makers"][number]["decides"][number];

/** The parts of the model that decide, each once, and the sentences they rest on. */
export function Deciders({ decides, quotes, lead = t("model.decided_by") }: {
  decides: readonly Deciding[]; quotes: Readonly<Record<string, Quote>>; lead?: string;
}) {
  const keys = decides.map((each) => each.path.join("\n"));
  const once = decides.filter((each, index) => each.path.length > 0 && keys.indexOf(keys[index] ?? "") === index);
  return <>{once.map((each) => <Decider key={each.path.join("\n")} each={each} quotes={quotes} lead={lead} />)}</>;
}

function Decider({ each, quotes, lead }: { each: Deciding; quotes: Readonly<Record<string, Quote>>; lead: string }) {
  const shown = (each.evidence ?? []).flatMap((key) => quotes[key] ?? []);
  return (
    <div class="decider">
      <p>
        {lead}{" "}
        <button class="link" onClick={() => { update({ maker: each.maker }); cite(each.path); }}>
          {each.place ? t("model.wish_number", { place: each.place, words: each.words }) : each.words}
        </button>
      </p>
      {each.because && <p class="quiet">{each.because}</p>}
      {shown.map((quote) => <Sentence key={quote.reference} quote={quote} />)}
    </div>
  );
}
