const SPREAD = 3_000; // ms

/** How many ms to wait, so that of many pages that are told the same not all ask at once. */
export const apart = () => SPREAD * Math.random();
