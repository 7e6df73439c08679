"""Statistics of simulated events, to be set beside those of observed ones.

Every function takes arrays or tables and opens no file. Observed events are reported ones; these
are all that happened in the model, so that a difference may be one of reporting.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import scipy.optimize
import scipy.special
import xarray as xr


#: Kinds of events that are no violence of their own.
NOT_VIOLENT = ("place_taken", "protest", "device_found", "handover")

#: Kinds of events that ACLED counts as violence against civilians.
AGAINST_CIVILIANS = ("attack_on_civilians", "communal_attack", "execution", "abduction")


def violent(events: pd.DataFrame) -> pd.DataFrame:
    """Drop changes of hands, protests and whatever else is no violence of its own.

    Parameters
    ----------
    events : pandas.DataFrame
        As ``runs.events`` returns it.

    Returns
    -------
    pandas.DataFrame
        The other events, as they were.
    """
    return events[~events["kind"].isin(NOT_VIOLENT)]


def tail_exponent(deaths: np.ndarray, smallest: int) -> float:
    """Exponent of a power law fitted to the deaths of events from a smallest number on.

    The maximum-likelihood estimate for whole numbers in its usual approximation,
    1 + n / sum ln(x / (smallest - 0.5)): Clauset, Shalizi and Newman (2009),
    doi:10.1137/070710111, equation 3.7.

    Parameters
    ----------
    deaths : ndarray of int, shape (n_events,)
        Deaths of each event [people].
    smallest : int
        Events below it are left out [people], >= 1.

    Returns
    -------
    float
        The exponent; NaN if no event is that large.
    """
    large = np.asarray(deaths)[np.asarray(deaths) >= smallest]
    if large.size == 0:
        return float("nan")
    return float(1.0 + large.size / np.log(large / (smallest - 0.5)).sum())


def exact_tail_exponent(deaths: np.ndarray, smallest: int) -> float:
    """The same without the approximation: exact for whole numbers, also from few deaths on.

    Maximises -n ln zeta(a, smallest) - a sum ln x, Hurwitz's zeta function: Clauset, Shalizi and
    Newman (2009), doi:10.1137/070710111, equation 3.5. This is what ``azalai validate`` computes.

    Parameters
    ----------
    deaths : ndarray of int, shape (n_events,)
        Deaths of each event [people].
    smallest : int
        Events below it are left out [people], >= 1.

    Returns
    -------
    float
        The exponent, 1 to 20; NaN if no event is that large.
    """
    large = np.asarray(deaths)[np.asarray(deaths) >= smallest]
    if large.size == 0:
        return float("nan")
    mean_log = np.log(large).mean()
    found = scipy.optimize.minimize_scalar(
        lambda a: np.log(scipy.special.zeta(a, smallest)) + a * mean_log,
        bounds=(1.0 + 1e-6, 20.0),
        method="bounded",
    )
    return float(found.x)


def burstiness(dates: np.ndarray) -> float:
    """How clustered events are in time: (sd - mean) / (sd + mean) of the gaps between them.

    -1 for a clock, 0 for a Poisson process, towards 1 for bursts: Goh and Barabasi (2008),
    doi:10.1209/0295-5075/81/48002.

    Parameters
    ----------
    dates : ndarray of datetime64, shape (n_events,)
        Days of the events, in any order; at least two different ones.

    Returns
    -------
    float
        The coefficient, -1 to 1.
    """
    gaps = np.diff(np.sort(np.asarray(dates, dtype="datetime64[D]"))).astype(float)
    return float((gaps.std() - gaps.mean()) / (gaps.std() + gaps.mean()))


def large_event_shares(deaths: np.ndarray, large: int = 10) -> tuple[float, float]:
    """Share of the fatal events that are large, and of all deaths that they hold.

    Parameters
    ----------
    deaths : ndarray
        Deaths of each event [people].
    large : int
        Deaths from which on an event is large [people].

    Returns
    -------
    tuple of float
        Both shares [1].
    """
    deaths = np.asarray(deaths)
    is_large = deaths >= large
    return float(is_large.sum() / (deaths > 0).sum()), float(deaths[is_large].sum() / deaths.sum())


def quiet_share(events: pd.DataFrame, cercles: int, months: int) -> float:
    """Share of all pairs of a cercle and a calendar month in which no event happened.

    Parameters
    ----------
    events : pandas.DataFrame
        As ``runs.events`` returns it.
    cercles : int
        Cercles of the country.
    months : int
        Calendar months of the run.

    Returns
    -------
    float
        Share [1].
    """
    month = events["date"].dt.to_period("M")
    active = events["cercle"].notna()
    pairs = pd.concat([events["cercle"][active], month[active]], axis=1).drop_duplicates()
    return 1.0 - len(pairs) / (cercles * months)


def share_on_civilians(events: pd.DataFrame) -> pd.Series:
    """Share of the events of each year that are violence against civilians, as ACLED counts it.

    Parameters
    ----------
    events : pandas.DataFrame
        As ``runs.events`` returns it.

    Returns
    -------
    pandas.Series
        Share [1] by year.
    """
    is_on_civilians = events["kind"].isin(AGAINST_CIVILIANS)
    return is_on_civilians.groupby(events["date"].dt.year).mean().rename_axis("year")


def flow_correlations(
    totals: xr.Dataset, first: str, last: str, refugees: xr.DataArray | None = None
) -> tuple[float, float]:
    """Correlate the monthly change of refugees with the deaths and the events of the month.

    Parameters
    ----------
    totals : xarray.Dataset
        As ``runs.totals`` returns it.
    first, last : str
        First and last month, as in ``2012-02``.
    refugees : xarray.DataArray, optional
        Refugees as counted, by time and perhaps country, such as ``runs.registered`` returns
        them; left out, those who are there.

    Returns
    -------
    tuple of float
        Pearson's correlation with deaths, and with violent events.
    """
    kinds = [kind for kind in totals["kind"].to_numpy() if kind not in NOT_VIOLENT]
    months = slice(first, last)
    counted = totals["refugees"] if refugees is None else refugees
    stock = counted.sum([name for name in counted.dims if name != "time"]).to_series()
    flow = stock.resample("MS").last().diff()[months]
    deaths = totals["deaths"].sum("side").to_series().resample("MS").sum()[months]
    count = totals["events"].sel(kind=kinds).sum("kind").to_series().resample("MS").sum()[months]
    return float(flow.corr(deaths)), float(flow.corr(count))
