// Answers of the server that follow from a model: asked again when it is another version.
import { useEffect, useState } from "preact/hooks";
import { modelWay } from "../actions";
import { ask, RefusedError } from "../session";
import { useStore } from "../store";
import { t } from "../words";

export interface Following<T> {
  answer: T | null;
  fault: string;
}

/** Asks what follows from the model in view, and asks again after each edit; what was told last
 * stays on the screen meanwhile. `query` is what stands behind the question mark. */
export function useFollowing<T>(way: string, query: Record<string, string> = {}): Following<T> {
  const file = useStore((state) => state.file);
  const version = useStore((state) => state.document?.version);
  const language = useStore((state) => state.language);
  const [following, follow] = useState<Following<T>>({ answer: null, fault: "" });
  const asked = new URLSearchParams({ ...query, lang: language }).toString();
  useEffect(() => {
    let current = true;
    if (!file) return follow({ answer: null, fault: "" });
    ask<T>("GET", `${modelWay(file)}/${way}?${asked}`).then(
      (answer) => current && follow({ answer, fault: "" }),
      (error: unknown) => current && follow({ answer: null, fault: faultOf(error) }),
    );
    return () => { current = false; };
  }, [file, version, way, asked]);
  return following;
}

export const faultOf = (error: unknown): string =>
  error instanceof RefusedError ? error.message : t("shell.lost");
