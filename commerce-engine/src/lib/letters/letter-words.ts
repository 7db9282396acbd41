/** What letters about an order say, in one language. */
export interface LetterWords {
  readonly shipped: { readonly subject: string; readonly partly: string; readonly body: string };
  readonly ready: { readonly subject: string; readonly body: string };
  readonly paid: { readonly subject: string; readonly body: string };
  readonly cancelled: {
    readonly subject: string;
    readonly partly: string;
    readonly body: string;
    readonly unpaid: string;
  };
  readonly allowance: { readonly subject: string; readonly body: string };
  readonly corrected: { readonly subject: string; readonly body: string };
  readonly returnRequested: { readonly subject: string; readonly body: string };
  readonly returnApproved: { readonly subject: string; readonly body: string };
  readonly returnRejected: { readonly subject: string; readonly body: string };
  readonly returnCancelled: { readonly subject: string; readonly body: string };
  readonly returnRefunded: { readonly subject: string; readonly body: string };
  readonly returnExchanged: { readonly subject: string; readonly body: string };
  readonly goodsOffered: { readonly subject: string; readonly body: string };
  readonly goodsAdded: { readonly subject: string; readonly body: string };
  readonly goodsWithdrawn: {
    readonly subject: string;
    readonly body: string;
    readonly expired: string;
    readonly soldOut: string;
  };
  /** What a return does not pay of goods that come instead. */
  readonly restOffered: { readonly subject: string; readonly body: string };
  readonly instead: string;
  readonly insteadHeld: (until: string) => string;
  readonly insteadCost: string;
  readonly insteadPaid: string;
  readonly worth: string;
  /** The difference of goods that are held, before it is settled. */
  readonly willPay: string;
  readonly willGoBack: string;
  readonly evenInstead: string;
  readonly paidBesides: string;
  readonly nothingBack: string;
  readonly orMoney: string;
  readonly toPay: string;
  readonly payUntil: string;
  readonly orNothing: string;
  readonly payNow: string;
  readonly follows: string;
  readonly contents: (texts: readonly string[]) => string;
  readonly carrier: string;
  readonly tracking: string;
  readonly code: string;
  readonly showCode: string;
  readonly to: string;
  readonly sendTo: string;
  readonly at: string;
  readonly backAmount: string;
  readonly goodsBack: string;
  readonly deliveryBack: string;
  readonly lessToPay: string;
  readonly back: string;
  readonly received: string;
  readonly fee: string;
  readonly reason: string;
  readonly name: string;
  readonly phone: string;
  readonly giftMessage: string;
  readonly look: string;
}

// `{order}` is the order's number, `{return}` the return's.

const en: LetterWords = {
  shipped: {
    subject: 'Your order {order} is on its way',
    partly: 'A part of your order {order} is on its way',
    body: 'These are on their way to you:',
  },
  ready: { subject: 'Your order {order} is ready', body: 'These lie ready for you:' },
  paid: {
    subject: 'We have your payment for order {order}',
    body: 'Thank you, your payment has come in. We will write again when your order leaves us.',
  },
  cancelled: {
    subject: 'Your order {order} is cancelled',
    partly: 'A part of your order {order} is cancelled',
    body: 'These will not be delivered:',
    unpaid: 'Your payment did not reach us in time, so we have let go of what we kept for you:',
  },
  allowance: {
    subject: 'Money back for your order {order}',
    body: 'We take this off what your order costs. What you have bought stays with you.',
  },
  corrected: {
    subject: 'Your order {order} was corrected',
    body: 'We have changed what you told us to. This is what holds now:',
  },
  returnRequested: {
    subject: 'Your return {return}',
    body: 'We know that you want to send these back, and will write as soon as we have looked at it:',
  },
  returnApproved: {
    subject: 'Please send back {return}',
    body: 'Please send these back to us, or bring them to one of our stores. Write {return} on the parcel, so that we know whose they are.',
  },
  returnRejected: {
    subject: 'About your return {return}',
    body: 'We are sorry, we cannot take these back:',
  },
  returnCancelled: {
    subject: 'Your return {return} is called off',
    body: 'These stay with you, and nothing has to be sent:',
  },
  returnRefunded: { subject: 'Your money for return {return}', body: 'Your return is with us:' },
  returnExchanged: {
    subject: 'Exchanged: your return {return}',
    body: 'Your return is with us, and what you chose instead goes with your order:',
  },
  goodsOffered: {
    subject: 'To be added to your order {order}',
    body: 'We have put these aside for you. Once you have paid for them, we send them with your order:',
  },
  goodsAdded: {
    subject: 'Added to your order {order}',
    body: 'These are part of your order from now on:',
  },
  goodsWithdrawn: {
    subject: 'Not added to your order {order}',
    body: 'These do not come to your order after all:',
    expired: 'These were not paid for in time, so we have let go of what we kept for you:',
    soldOut: 'We are sorry, these are not there any more. If you have paid for them, your money goes back:',
  },
  restOffered: {
    subject: 'Your exchange for order {order}',
    body: 'What you sent back is with us. We hold these for you; once the rest is paid, we send them:',
  },
  instead: 'You get instead',
  insteadHeld: (until) =>
    `We hold it for you until your parcel is here, at least until ${until}, and then send it with your order.`,
  insteadCost: 'Price',
  insteadPaid: 'Paid by your return',
  worth: 'Your return is worth',
  willPay: 'It costs more, to pay once your parcel is here',
  willGoBack: 'It costs less, goes back once your parcel is here',
  evenInstead: 'It costs as much as what you send back: there is nothing to pay.',
  paidBesides: 'Paid by you',
  nothingBack: 'There is nothing to pay, and no money goes back.',
  orMoney: 'If you would rather have your money back, you need not do anything: it goes back after this day.',
  toPay: 'To pay',
  payUntil: 'Pay until',
  orNothing: 'The rest of your order stays as it is. If you do not want these, you need not do anything.',
  payNow: 'Look at it and pay',
  follows: 'The rest follows.',
  contents: (texts) => `Contains ${texts.join(', ')}`,
  carrier: 'Carrier',
  tracking: 'Tracking number',
  code: 'Pickup code',
  showCode: 'Show this code at the counter.',
  to: 'We deliver to',
  sendTo: 'Send to',
  at: 'You pick up at',
  backAmount: 'You get back',
  goodsBack: 'For the goods',
  deliveryBack: 'For the delivery',
  lessToPay: 'Less to pay',
  back: 'It goes back the way you paid. Depending on your bank that takes a few days.',
  received: 'Paid',
  fee: 'Fee',
  reason: 'Why',
  name: 'Name',
  phone: 'Telephone',
  giftMessage: 'Message to whoever gets it',
  look: 'Look at your order',
};

const de: LetterWords = {
  shipped: {
    subject: 'Ihre Bestellung {order} ist unterwegs',
    partly: 'Ein Teil Ihrer Bestellung {order} ist unterwegs',
    body: 'Diese Artikel sind unterwegs zu Ihnen:',
  },
  ready: { subject: 'Ihre Bestellung {order} liegt bereit', body: 'Diese Artikel liegen für Sie bereit:' },
  paid: {
    subject: 'Ihre Zahlung für Bestellung {order} ist da',
    body: 'Vielen Dank, Ihre Zahlung ist eingegangen. Wir schreiben wieder, wenn Ihre Bestellung unterwegs ist.',
  },
  cancelled: {
    subject: 'Ihre Bestellung {order} ist storniert',
    partly: 'Ein Teil Ihrer Bestellung {order} ist storniert',
    body: 'Diese Artikel werden nicht geliefert:',
    unpaid:
      'Ihre Zahlung ist nicht rechtzeitig eingegangen. Was wir für Sie zurückgelegt hatten, ist wieder frei:',
  },
  allowance: {
    subject: 'Geld zurück für Ihre Bestellung {order}',
    body: 'Um diesen Betrag wird Ihre Bestellung günstiger. Was Sie gekauft haben, behalten Sie.',
  },
  corrected: {
    subject: 'Ihre Bestellung {order} wurde berichtigt',
    body: 'Wir haben geändert, was Sie uns gesagt haben. Jetzt gilt:',
  },
  returnRequested: {
    subject: 'Ihre Rücksendung {return}',
    body: 'Sie möchten diese Artikel zurückgeben. Wir sehen uns das an und schreiben Ihnen dann:',
  },
  returnApproved: {
    subject: 'Bitte senden Sie {return} zurück',
    body: 'Bitte senden Sie diese Artikel zurück oder bringen Sie sie in eines unserer Geschäfte. Schreiben Sie {return} auf das Paket, damit wir es zuordnen können.',
  },
  returnRejected: {
    subject: 'Zu Ihrer Rücksendung {return}',
    body: 'Leider können wir diese Artikel nicht zurücknehmen:',
  },
  returnCancelled: {
    subject: 'Ihre Rücksendung {return} ist abgesagt',
    body: 'Diese Artikel bleiben bei Ihnen, Sie müssen nichts senden:',
  },
  returnRefunded: { subject: 'Ihre Erstattung für {return}', body: 'Ihre Rücksendung ist bei uns:' },
  returnExchanged: {
    subject: 'Umgetauscht: Ihre Rücksendung {return}',
    body: 'Ihre Rücksendung ist bei uns, und was Sie stattdessen gewählt haben, kommt zu Ihrer Bestellung:',
  },
  goodsOffered: {
    subject: 'Kommt zu Ihrer Bestellung {order}',
    body: 'Diese Artikel haben wir für Sie zurückgelegt. Sobald sie bezahlt sind, kommen sie mit Ihrer Bestellung:',
  },
  goodsAdded: {
    subject: 'Ihre Bestellung {order} ist ergänzt',
    body: 'Diese Artikel gehören jetzt zu Ihrer Bestellung:',
  },
  goodsWithdrawn: {
    subject: 'Ihre Bestellung {order} bleibt, wie sie war',
    body: 'Diese Artikel kommen doch nicht zu Ihrer Bestellung:',
    expired:
      'Diese Artikel wurden nicht rechtzeitig bezahlt. Was wir für Sie zurückgelegt hatten, ist wieder frei:',
    soldOut: 'Leider sind diese Artikel nicht mehr da. Falls Sie bezahlt haben, geht Ihr Geld zurück:',
  },
  restOffered: {
    subject: 'Ihr Umtausch zur Bestellung {order}',
    body: 'Ihre Rücksendung ist bei uns. Diese Artikel haben wir für Sie zurückgelegt; sobald der Rest bezahlt ist, senden wir sie:',
  },
  instead: 'Sie erhalten stattdessen',
  insteadHeld: (until) =>
    `Wir halten es für Sie zurück, bis Ihr Paket hier ist, mindestens bis zum ${until}, und senden es dann zu Ihrer Bestellung.`,
  insteadCost: 'Preis',
  insteadPaid: 'Durch Ihre Rücksendung bezahlt',
  worth: 'Ihre Rücksendung ist wert',
  willPay: 'Kostet mehr, zu zahlen, sobald Ihr Paket hier ist',
  willGoBack: 'Kostet weniger, geht zurück, sobald Ihr Paket hier ist',
  evenInstead: 'Es kostet so viel wie das, was Sie zurücksenden: Sie müssen nichts bezahlen.',
  paidBesides: 'Von Ihnen bezahlt',
  nothingBack: 'Sie müssen nichts bezahlen, und es geht kein Geld zurück.',
  orMoney: 'Möchten Sie lieber Ihr Geld zurück, müssen Sie nichts tun: Nach diesem Tag geht es zurück.',
  toPay: 'Zu zahlen',
  payUntil: 'Zahlbar bis',
  orNothing:
    'Der Rest Ihrer Bestellung bleibt, wie er ist. Möchten Sie diese Artikel nicht, müssen Sie nichts tun.',
  payNow: 'Ansehen und bezahlen',
  follows: 'Der Rest folgt.',
  contents: (texts) => `Enthält ${texts.join(', ')}`,
  carrier: 'Versand mit',
  tracking: 'Sendungsnummer',
  code: 'Abholcode',
  showCode: 'Zeigen Sie diesen Code an der Theke.',
  to: 'Wir liefern an',
  sendTo: 'Rücksendung an',
  at: 'Sie holen ab bei',
  backAmount: 'Sie bekommen zurück',
  goodsBack: 'Für die Ware',
  deliveryBack: 'Für den Versand',
  lessToPay: 'Weniger zu zahlen',
  back: 'Der Betrag geht auf dem Weg zurück, auf dem Sie bezahlt haben. Je nach Bank dauert das einige Tage.',
  received: 'Bezahlt',
  fee: 'Gebühr',
  reason: 'Warum',
  name: 'Name',
  phone: 'Telefon',
  giftMessage: 'Nachricht an die beschenkte Person',
  look: 'Bestellung ansehen',
};

/** Words in the language of a locale; English where it is not known. */
export function letterWords(locale: string): LetterWords {
  return locale.split('-')[0]!.toLowerCase() === 'de' ? de : en;
}
