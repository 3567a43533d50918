import { light } from "../actions";
import { Letter } from "../parts/Maker";
import { useMakers } from "../parts/makers";
import type { DealRow, TableShown } from "../shapes";
import { useStore } from "../store";
import { t } from "../words";

interface Props {
  table: TableShown;
  rungs: Record<string, string>;
}

/** What all seated gain by: how firmly each would hold, and who could leave it. */
export function Deals({ table, rungs }: Props) {
  const technical = useStore((state) => state.technical);
  const maker = useMakers();
  const makers = [...table.seats, ...table.absent];
  return (
    <section class="pane deals" aria-labelledby="deals-head">
      <h2 id="deals-head">{t("tables.deals")}</h2>
      {!table.deals.length && <p>{t("tables.no_deals")}</p>}
      {table.deals.length > 0 && (
        <div class="widebox" tabIndex={0} role="group" aria-labelledby="deals-head">
          <table data-testid="deals">
            <thead>
              <tr>
                <th scope="col">{t("tables.deal")}</th>
                {makers.map((id) => {
                  const found = maker(id);
                  return (
                    <th key={id} scope="col" title={found?.name}>
                      {found && <Letter letter={found.letter} colour={found.colour} />}
                      <span class="unseen">{found?.name ?? id}</span>
                    </th>
                  );
                })}
                <th scope="col">{t("tables.holds")}</th>
                <th scope="col">{t("tables.upset")}</th>
              </tr>
            </thead>
            <tbody>
              {table.deals.map((deal) => (
                <tr key={deal.state} data-testid={`deal-${deal.state}`} data-efficient={deal.efficient}
                  onMouseEnter={() => light(deal.state)} onMouseLeave={() => light(null)}>
                  <th scope="row">
                    {deal.words}
                    {deal.efficient && <span class="badge">{t("tables.efficient")}</span>}
                  </th>
                  {makers.map((id) => <Gain key={id} gain={deal.gains[id] ?? 0} />)}
                  <td>
                    {rungs[deal.level]}
                    {technical && <span class="quiet"> ({deal.holds.map((one) => one.toUpperCase()).join(", ") || "–"})</span>}
                    {deal.lines.length > 0 && (
                      <span class="line">{t("tables.crosses_of", { names: deal.lines.map((id) => maker(id)?.name ?? id).join(", ") })}</span>
                    )}
                  </td>
                  <td><Upset deal={deal} technical={technical} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {table.more_deals > 0 && <p class="quiet">{t("tables.more", { count: table.more_deals })}</p>}
      {table.walks_away.length > 0 && (
        <p class="quiet">{t("tables.walks", { names: table.walks_away.map((id) => maker(id)?.name ?? id).join(", ") })}</p>
      )}
    </section>
  );
}

function Gain({ gain }: { gain: number }) {
  const sign = gain > 0 ? `+${gain}` : gain < 0 ? `−${-gain}` : "0";
  return <td class="gain" data-sign={Math.sign(gain)}>{sign}</td>;
}

/** Who could leave a deal, by which move; why and what would mend it under it. */
function Upset({ deal, technical }: { deal: DealRow; technical: boolean }) {
  const maker = useMakers();
  return (
    <>
      {!deal.upset.length && t("tables.nobody")}
      {deal.upset.map((one) => (
        <p key={one.maker}>
          {t("tables.leaves", { name: maker(one.maker)?.name ?? one.maker, deed: one.words })}
          {!one.seated && <span class="quiet"> · {t("tables.absent")}</span>}
        </p>
      ))}
      <details>
        <summary>{t("tables.why")}</summary>
        {(technical ? deal.technical : deal.notes).map((note) => <p key={note}>{note}</p>)}
      </details>
    </>
  );
}
