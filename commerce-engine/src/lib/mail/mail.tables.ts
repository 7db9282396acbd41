export interface MailTables {
  mail_message: {
    id: string;
    /** What it tells, for example `order-placed`. */
    kind: string;
    /** Of what, for example an order's id. */
    reference: string;
    state: 'due' | 'sent' | 'failed';
    tries: number;
    due_at: Date;
    queued_at: Date;
    sent_at: Date | null;
    /** Known once it was written. */
    recipient: string | null;
    subject: string | null;
    html: string | null;
    problem: string | null;
  };
}
