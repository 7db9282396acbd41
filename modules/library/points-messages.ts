/** Numbers of points in words. */
export const pointsMessages = {
  en: { 'points.one': '1 point', 'points.other': '{count} points' },
  de: { 'points.one': '1 Punkt', 'points.other': '{count} Punkte' },
};
