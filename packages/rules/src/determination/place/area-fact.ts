/** The fact that says town or village: it decides which standards count. */
export const AREA_FACT = 'area';
