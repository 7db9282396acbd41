/** The books of the pretended bank: what it knows survives the shop's crashes, as a real bank's would. */
export interface SimulatorTables {
  payments_simulator: {
    payment_id: string;
    reference: string;
    token: string;
    state: 'challenge' | 'pending' | 'authorised' | 'declined' | 'cancelled';
    amount: number;
    currency: string;
    captured: number;
    refunded: number;
    /** Where the shopper goes back to after a challenge. */
    return_url: string | null;
    /** The shopper's. */
    locale: string;
    /** Operations that were done, by their id. */
    operations: string[];
    /** Operations whose answer was held back once, by their id. */
    muted: string[];
  };
  /** What the bank will send by itself. */
  payments_simulator_message: {
    id: string;
    payment_id: string;
    event: 'authorised' | 'declined';
    due_at: Date;
    /** How often it will still be sent. */
    times: number;
  };
}
