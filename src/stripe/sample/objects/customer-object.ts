// Customers and discounts as Stripe's API gives them.
import type { Customer, Discount } from '../simulator/state.ts';
import type { WireCustomer, WireDiscount } from '../wire.ts';

export function customerObject(customer: Customer): WireCustomer {
  const { address } = customer;
  return {
    id: customer.id,
    object: 'customer',
    address: { ...address },
    balance: customer.balanceMinor,
    created: customer.createdAt,
    currency: customer.currency,
    customer_account: null,
    default_source: null,
    delinquent: customer.isDelinquent,
    description: null,
    discount: customer.discount === null ? null : discountObject(customer.discount, customer.id),
    email: customer.email,
    invoice_prefix: customer.invoicePrefix,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: customer.card.id,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: { ...customer.metadata },
    name: customer.name,
    phone: customer.phone,
    preferred_locales: [],
    shipping: null,
    tax_exempt: customer.taxExempt,
    test_clock: null,
  };
}

/** A discount whole, as it stands where a list was asked for with its discounts expanded. */
export function discountObject(discount: Discount, customerId: string): WireDiscount {
  return {
    id: discount.id,
    object: 'discount',
    checkout_session: null,
    customer: customerId,
    customer_account: null,
    end: discount.endAt,
    invoice: null,
    invoice_item: null,
    promotion_code: discount.promotionCodeId,
    source: { coupon: discount.coupon.id, type: 'coupon' },
    start: discount.startAt,
    subscription: discount.subscriptionId,
    subscription_item: discount.itemId,
  };
}
