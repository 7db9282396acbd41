/** What people call a group of customers: the engine knows it by its id alone. */
export function groupName(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}
