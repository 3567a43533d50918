// A sentence something rests on: the words marked, who said it and when, and the way to it.
import { showItem } from "../actions";
import type { Quote } from "../shapes";
import { t } from "../words";

export function Sentence({ quote }: { quote: Quote }) {
  const credit = quote.credit || [quote.speaker, quote.day].filter(Boolean).join(", ");
  return (
    <figure class="sentence">
      {quote.text
        ? <blockquote lang={quote.lang ?? undefined}>{quote.before}<mark>{quote.text}</mark>{quote.after}</blockquote>
        : <p class="quiet">{quote.missing || quote.title}</p>}
      <figcaption>
        {credit && <span>{credit}</span>}
        {quote.title && <span class="quiet">{quote.title}</span>}
        {quote.doubts.map((doubt) => <span key={doubt} class="doubt">{doubt}</span>)}
        {quote.report && (
          <button class="link" onClick={() => showItem(quote.report, quote.item)}>{t("model.to_report")}</button>
        )}
      </figcaption>
    </figure>
  );
}
