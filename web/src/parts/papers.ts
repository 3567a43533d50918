// Papers: made by the server, handed out once by a ticket.
import { inCase, trying } from "../actions";
import { ask } from "../session";
import type { TicketBody, TicketGiven } from "../shapes";
import { current, update } from "../store";
import { t } from "../words";

/** Asks for a paper; the ticket opens it once, within half a minute. */
export function ticketFor(body: Partial<TicketBody> & Pick<TicketBody, "what">): Promise<TicketGiven> {
  const { file, language } = current();
  return ask<TicketGiven>("POST", inCase("/tickets"), { file: file ?? "", lang: language, ...body });
}

/** Makes a paper and keeps it as a file, where the browser keeps what it downloads. */
export async function download(body: Partial<TicketBody> & Pick<TicketBody, "what">): Promise<void> {
  const given = await trying(() => ticketFor({ ...body, download: true }));
  if (!given) return;
  const link = document.createElement("a");
  link.href = `/t/${given.ticket}`;
  link.download = given.name;
  link.click();
  update({ spoken: t("more.made", { name: given.name }) });
}
