/** What guests bought before, by handles and pieces; all of it has reached them. Enough for lists of what goes together. */
export const pastOrders = [
  { name: 'Mira Holm', pieces: { 'shoal-plate': 4, 'cove-bowl': 4, 'tide-mug': 2 } },
  { name: 'Jonas Brandt', pieces: { 'shoal-plate': 2, 'cove-bowl': 2 } },
  { name: 'Ebba Lund', pieces: { 'tide-mug': 2, 'lull-teapot': 1 } },
  { name: 'Piet Claasen', pieces: { 'tide-mug': 1, 'lull-teapot': 1 } },
  { name: 'Lotte Friis', pieces: { 'breton-jumper': 1, 'bollard-beanie': 1 } },
  { name: 'Arne Vik', pieces: { 'breton-jumper': 1, 'bollard-beanie': 1, 'fairway-scarf': 1 } },
  { name: 'Tove Nygaard', pieces: { 'drift-board': 1, 'galley-spoons': 1 } },
  { name: 'Nils Dahl', pieces: { 'drift-board': 1, 'galley-spoons': 1, 'tide-mug': 2 } },
] as const;

/** Where they all live; a guest house has many guests. */
export const pastAddress = {
  street: 'Deichweg 4',
  postalCode: '24999',
  city: 'Ostrand',
  country: 'DE',
} as const;
