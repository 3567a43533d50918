// Parts of the page that are fetched, with the words they use, when they are first shown.
import { useEffect, useState } from "preact/hooks";
import { moreWords } from "../words";

/** A part of the page; most take nothing. */
export type Part<Properties extends object = object> = (properties: Properties) => preact.JSX.Element | null;

interface Manner<Properties extends object> {
  /** What stands in its place until it has come. */
  meanwhile?: Part<Properties>;
  /** Whether it uses the words of the first load alone. */
  isFirst?: boolean;
}

/** Makes a part of the page that is fetched when it is first drawn. */
export function lazily<Properties extends object>(
  fetch: () => Promise<Part<Properties>>,
  { meanwhile: Meanwhile, isFirst = false }: Manner<Properties> = {},
): Part<Properties> {
  let Fetched: Part<Properties> | null = null;
  return function Lazy(properties: Properties) {
    const [, draw] = useState(0);
    useEffect(() => {
      if (Fetched) return;
      void Promise.all([fetch(), isFirst ? null : moreWords()]).then(([part]) => {
        Fetched = part;
        draw((times) => times + 1);
      });
    }, []);
    if (Fetched) return <Fetched {...properties} />;
    return Meanwhile ? <Meanwhile {...properties} /> : null;
  };
}
