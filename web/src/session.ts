// Asks the server: the token goes in a header, never in a cookie.
import type { Refused, Session, Settings } from "./shapes";
import { t } from "./words";

type Method = "GET" | "POST" | "DELETE";

const KEY = "satumeja.session";
let current: Session | null = null;
let opening: Promise<unknown> = Promise.resolve();

/** Why the server does nothing at all, in the language of the page; other reasons come with their words. */
const WHY: Record<string, () => string> = {
  no_token: () => t("refused.no_token"),
  not_from_here: () => t("refused.not_from_here"),
  wrong_type: () => t("refused.wrong_type"),
  read_only: () => (current?.read_only ? t("refused.read_only") : ""),
  internal: () => t("refused.internal"),
};

/** What the server did not do, and why. */
export class RefusedError extends Error {
  constructor(readonly status: number, readonly refused: Refused) {
    super(WHY[refused.error]?.() || refused.message);
  }
}

const keep = (session: Session): void => localStorage.setItem(KEY, JSON.stringify((current = session)));
const kept = (): Session | null => JSON.parse(localStorage.getItem(KEY) ?? "null") as Session | null;

/** Takes the code of the address for a token, or the token another tab of this server has; what is asked meanwhile waits. */
export function open(): Promise<Session> {
  const opened = taken();
  opening = opened.catch(() => undefined);
  return opened;
}

async function taken(): Promise<Session> {
  const code = location.hash.slice(1);
  if (/^[\w-]{16,}$/.test(code)) {
    history.replaceState(null, "", location.pathname);
    try {
      keep(await asked<Session>("POST", "/session", { code }));
    } catch (error) {
      // A code counts once: where its address is opened again, the token it gave is still here.
      current = kept();
      if (!current) throw error;
    }
  } else {
    current = kept();
  }
  if (current === null) throw new RefusedError(401, { error: "no_token", message: "", faults: [] });
  return current;
}

/** What the person has chosen for all cases, as far as it is known; the language the app was opened in comes first. */
export function chosen(): Settings {
  const session = current ?? kept();
  return { ...session?.settings, ...(session?.language ? { language: session.language } : {}) };
}

/** Keeps a choice, here for other tabs, and on this computer for the next time. */
export function choose(settings: Settings): void {
  if (current) keep({ ...current, language: settings.language ?? current.language, settings: { ...current.settings, ...settings } });
  ask("POST", "/settings", settings).catch(() => undefined); // it lasts as long as the page
}

export const token = (): string => current?.token ?? "";

/** Asks one thing below /api/v1; what the server refuses is raised as RefusedError. */
export async function ask<T>(
  method: Method,
  path: string,
  body?: unknown,
  extra: Record<string, string> = {},
): Promise<T> {
  await opening;
  return asked<T>(method, path, body, extra);
}

async function asked<T>(method: Method, path: string, body?: unknown, extra: Record<string, string> = {}): Promise<T> {
  const headers: Record<string, string> = { ...extra };
  if (current) headers["Authorization"] = `Bearer ${current.token}`;
  const isFile = body instanceof Blob;
  if (body !== undefined) headers["Content-Type"] = isFile ? "application/octet-stream" : "application/json";
  const answer = await fetch(`/api/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
  });
  const given: unknown = await answer.json();
  if (!answer.ok) throw new RefusedError(answer.status, given as Refused);
  return given as T;
}
