package io.stellwerk.engine.fact;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.OpeningHours;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the rules may read about one call. Made for one call and used by one thread; what is costly to find out
 * is found out when first asked for.
 */
public final class Facts {

    private final Call call;
    private final Hotline hotline;
    private final CallerMatch callerMatch;
    private final Optional<CustomerProfile> customer;
    private final TenantSettings tenant;
    private final Collection<OpeningHours> calendars;
    private final NumberPlan numberPlan;
    private final Holidays holidays;

    private @Nullable ZonedDateTime localTime;
    private @Nullable LineType lineType;
    private @Nullable Set<String> openCalendars;

    public Facts(
            Call call,
            Hotline hotline,
            CallerMatch callerMatch,
            Optional<CustomerProfile> customer,
            TenantSettings tenant,
            Collection<OpeningHours> calendars,
            NumberPlan numberPlan,
            Holidays holidays) {
        this.call = call;
        this.hotline = hotline;
        this.callerMatch = callerMatch;
        this.customer = customer;
        this.tenant = tenant;
        this.calendars = calendars;
        this.numberPlan = numberPlan;
        this.holidays = holidays;
    }

    public Call call() {
        return call;
    }

    public Hotline hotline() {
        return hotline;
    }

    public CallerMatch callerMatch() {
        return callerMatch;
    }

    /** The customer whom the tenant's policy made of the caller; empty if there is none. */
    public Optional<CustomerProfile> customer() {
        return customer;
    }

    public TenantSettings tenant() {
        return tenant;
    }

    /** When the call arrived, by the tenant's wall clock. */
    public ZonedDateTime localTime() {
        if (localTime == null) {
            localTime = call.at().atZone(tenant.zone());
        }
        return localTime;
    }

    /** Whether it is a public holiday in the tenant's own region. */
    public boolean holiday() {
        return holidays.isHoliday(localTime().toLocalDate(), tenant.holidayRegion());
    }

    public LineType lineType() {
        if (lineType == null) {
            lineType = callingNumber()
                    .map(number -> numberPlan.lineType(number, tenant.country()))
                    .orElse(LineType.UNKNOWN);
        }
        return lineType;
    }

    /** The tenant's own region of the calling number. */
    public Optional<String> region() {
        return callingNumber().flatMap(tenant.regions()::of);
    }

    /** ISO 3166 alpha-2 code of the calling number's country. */
    public Optional<String> country() {
        return callingNumber().flatMap(numberPlan::country);
    }

    /** The ids of the tenant's calendars that are open. */
    public Set<String> openCalendars() {
        if (openCalendars == null) {
            openCalendars = calendars.stream()
                    .filter(calendar -> calendar.openAt(call.at(), holidays))
                    .map(OpeningHours::id)
                    .collect(Collectors.toUnmodifiableSet());
        }
        return openCalendars;
    }

    /** New or existing; empty without a customer. A customer whose beginning is not known is an existing one. */
    public Optional<CustomerStatus> customerStatus() {
        return customer.map(known ->
                known.since().filter(this::isRecent).isPresent() ? CustomerStatus.NEW : CustomerStatus.EXISTING);
    }

    private Optional<PhoneNumber> callingNumber() {
        return call.calling().number();
    }

    private boolean isRecent(LocalDate since) {
        return since.plusDays(tenant.newCustomerDays()).isAfter(localTime().toLocalDate());
    }
}
