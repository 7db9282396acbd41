const table = { 'harbour-jug': 1, 'quay-tray': 1, 'lull-teapot': 1, 'regatta-tea-towel': 2 };
const weather = { 'bollard-beanie': 1, 'fairway-scarf': 1, 'deck-socks': 2, 'rope-mittens': 1 };
const galley = { 'galley-spoons': 1, 'larder-jar': 2, 'bollard-pepper-mill': 1 };

/** What guests bought before, by handles and pieces; all of it has reached them. Enough for lists of what goes together. */
export const pastOrders = [
  { name: 'Mira Holm', pieces: { 'shoal-plate': 4, ...table } },
  { name: 'Jonas Brandt', pieces: { 'shoal-plate': 2, ...table } },
  { name: 'Ebba Lund', pieces: { 'tide-mug': 4, 'lull-teapot': 1 } },
  { name: 'Piet Claasen', pieces: { 'tide-mug': 2, 'lull-teapot': 1 } },
  { name: 'Lotte Friis', pieces: { 'breton-jumper': 1, ...weather } },
  { name: 'Arne Vik', pieces: { 'breton-jumper': 1, ...weather } },
  { name: 'Tove Nygaard', pieces: { 'drift-board': 1, ...galley } },
  { name: 'Nils Dahl', pieces: { 'drift-board': 1, ...galley } },
] as const;

/** Where they all live; a guest house has many guests. */
export const pastAddress = {
  street: 'Deichweg 4',
  postalCode: '24999',
  city: 'Ostrand',
  country: 'DE',
} as const;
