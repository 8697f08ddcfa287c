// Somebody else's script, for the guide to writing a vendor.
window.Weather = {
  tell(place) {
    localStorage.setItem('weather_place', place)
    return `${place}: dry, 14 degrees`
  },
}
