/** The canonical bands, from the least to the most scope. Their order is the order of the array. */
export const BANDS = ['entry', 'mid', 'senior', 'staff', 'principal'] as const;
