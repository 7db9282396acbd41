/** What the bench's shops sign with. */
export const SECRET = 'a secret of the bench, 32 letters long';
