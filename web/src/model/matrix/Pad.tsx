/** The room of columns that are not drawn. */
export const Pad = ({ columns }: { columns: number }) => (columns > 0 ? <td class="pad" aria-hidden="true" /> : null);
