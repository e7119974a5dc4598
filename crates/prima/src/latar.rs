//! Work in the background of a serving program. Each job runs at its own pace, logs its faults and goes on.

use std::time::Duration;

use store::Store;

/// Chains audit events within a second of their commit, for as long as the program runs.
pub async fn segel_audit(store: Store) {
    let mut detak = tokio::time::interval(Duration::from_secs(1));
    detak.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        detak.tick().await;
        if let Err(e) = store::audit::segel(&store).await {
            tracing::error!(error = %e, "audit events could not be sealed; they stay waiting");
        }
    }
}
