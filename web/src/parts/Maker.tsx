// A decision maker is always shown by letter, colour and dash together.

const DASHES = ["", "7 3", "2 2.5", "9 3 2 3", "12 4", "4 2 1 2"];

export const dashOf = (colour: number): string => DASHES[colour % DASHES.length] ?? "";
export const classOf = (colour: number): string => `dm-${(colour % DASHES.length) + 1}`;

/** The line of a decision maker, as its moves are drawn. */
export function Dash({ colour }: { colour: number }) {
  return (
    <svg class={`dash ${classOf(colour)}`} width="26" height="8" viewBox="0 0 26 8" aria-hidden="true">
      <path d="M0 4H19" stroke-dasharray={dashOf(colour)} />
      <path class="head" d="M18 0.5L26 4L18 7.5Z" />
    </svg>
  );
}

/** The letter of a decision maker in its colour. */
export function Letter({ letter, colour }: { letter: string; colour: number }) {
  return <b class={`letter ${classOf(colour)}`} aria-hidden="true">{letter}</b>;
}
