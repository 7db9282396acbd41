/** How goods come back to the demo brand, as its pages say. */
export const returnSteps = {
  returnSteps:
    'Write the number of the return on a slip, lay it into the parcel and send it to Ostrand, Seilergang 3, 24999 Ostrand. Or bring everything to one of our stores and show the number there.',
  'returnSteps@de':
    'Schreiben Sie die Nummer der Rückgabe auf einen Zettel, legen Sie ihn ins Paket und schicken Sie es an Ostrand, Seilergang 3, 24999 Ostrand. Oder bringen Sie alles in einen unserer Läden und nennen Sie dort die Nummer.',
} as const;
