import { Letter } from "../parts/Maker";
import { useMakers } from "../parts/makers";
import type { Compared } from "../shapes";
import { t } from "../words";
import { toWish } from "./wish";

interface Props {
  compared: Compared;
  makers: string[];
  label: string;
  readings: Compared["readings"];
}

/** The wishes of each reading side by side, for those an answer hangs on; what differs is marked. */
export function Wishes({ compared, makers, label, readings }: Props) {
  const maker = useMakers();
  const listed = compared.wishes
    .filter((one) => makers.includes(one.maker))
    .sort((one, other) => Number(other.differs) - Number(one.differs));
  return (
    <section class="pane" aria-labelledby="wishes-head" data-testid="wishes">
      <h2 id="wishes-head">{t("compare.wishes", { label })}</h2>
      {listed.map((one) => {
        const found = maker(one.maker);
        return (
          <div key={one.maker}>
            <h3>
              {found && <Letter letter={found.letter} colour={found.colour} />} {one.name}
              {!one.differs && <span class="quiet"> {t("compare.same")}</span>}
            </h3>
            <div class="columns">
              {one.readings.map((wishes, place) => (
                <div key={place}>
                  <h4>{readings[place]?.name}</h4>
                  <ol>
                    {wishes.filter((wish) => !wish.line).map((wish) => (
                      <li key={wish.place} data-only={wish.only}>
                        {wish.only && <span class="unseen">{t("compare.only")}</span>}
                        {wish.words}
                        {wish.evidence.length > 0 && <span class="quiet"> ❝{wish.evidence.length}</span>}
                        {readings[place]?.this && wish.only && (
                          <button class="link" onClick={() => toWish(one.maker, wish.place)}>{t("compare.edit")}</button>
                        )}
                      </li>
                    ))}
                  </ol>
                  {wishes.some((wish) => wish.line) && <p class="quiet">{t("compare.lines")}</p>}
                  <ul>
                    {wishes.filter((wish) => wish.line).map((wish) => (
                      <li key={wish.place} data-only={wish.only}>{wish.words}</li>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          </div>
        );
      })}
    </section>
  );
}
