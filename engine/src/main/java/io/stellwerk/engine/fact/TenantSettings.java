package io.stellwerk.engine.fact;

import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.SeveralMatches;
import java.time.ZoneId;
import java.util.List;

/**
 * What {@code tenant.yaml} says.
 *
 * @param id short name, unique in the installation
 * @param zone whose wall clock the rules see
 * @param country ISO 3166 alpha-2 code: whose numbers are foreign to the tenant
 * @param holidayRegion whose holidays the fact {@code call.holiday} means
 * @param newCustomerDays a customer is new for so many days from the day on which he became one
 * @param customerClasses the tenant's own, most important first
 * @param announcements names of the announcements that rules may order
 */
public record TenantSettings(
        String id,
        String name,
        ZoneId zone,
        String country,
        String holidayRegion,
        SeveralMatches severalMatches,
        int newCustomerDays,
        List<String> customerClasses,
        List<AttributeDeclaration> attributes,
        Regions regions,
        List<String> announcements) {

    public TenantSettings {
        customerClasses = List.copyOf(customerClasses);
        attributes = List.copyOf(attributes);
        announcements = List.copyOf(announcements);
    }
}
