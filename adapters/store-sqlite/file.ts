/** The file that holds everything, within the data folder. */
export const FILE = 'records.sqlite';
